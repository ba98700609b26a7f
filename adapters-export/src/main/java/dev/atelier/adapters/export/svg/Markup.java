package dev.atelier.adapters.export.svg;

import dev.atelier.adapters.export.figure.Rounded;

import java.io.StringWriter;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Well-formed XML 1.0, element by element. Characters that XML cannot hold are left out.
final class Markup {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    Markup() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("no XML writer", e);
        }
    }

    Markup open(String element) {
        return write(() -> xml.writeStartElement(element));
    }

    /// An element without content: it needs no [#close].
    Markup leaf(String element) {
        return write(() -> xml.writeEmptyElement(element));
    }

    /// An attribute of the element opened last.
    Markup with(String name, String value) {
        return write(() -> xml.writeAttribute(name, value));
    }

    Markup with(String name, double value) {
        return with(name, Rounded.of(value).toPlainString());
    }

    Markup text(String content) {
        return write(() -> xml.writeCharacters(allowed(content)));
    }

    Markup close() {
        return write(xml::writeEndElement);
    }

    /// All of it, every element closed.
    String end() {
        write(xml::writeEndDocument);
        write(xml::flush);
        return text.toString();
    }

    private static String allowed(String content) {
        var kept = new StringBuilder(content.length());
        content.codePoints().filter(Markup::isAllowed).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /// The `Char` of XML 1.0, section 2.2.
    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    private Markup write(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory refused to be written", e);
        }
        return this;
    }

    private interface Step {
        void run() throws XMLStreamException;
    }
}
