package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.adapters.ai.Asking;
import dev.atelier.adapters.ai.SoundDesign;
import dev.atelier.domain.PlainText;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;

final class OfflineAnythingTest {

    private static final List<String> PIECES =
            List.of(
                    "a",
                    "b",
                    "In stock?",
                    "long words that go on and on",
                    "x-ray",
                    " -> ",
                    " -yes-> ",
                    " --no--> ",
                    "=>",
                    "→",
                    ", ",
                    "; ",
                    "\n",
                    "- ",
                    "1. ",
                    "2. ",
                    ": ",
                    "if ",
                    " then ",
                    " else ",
                    "yes: ",
                    "no: ",
                    "first ",
                    "finally ",
                    "\"",
                    "kanban ",
                    "sequence diagram ",
                    "ER diagram ",
                    "(id, name)",
                    " 1-n ",
                    " has many ",
                    " sends it to ",
                    "mind map of ",
                    "timeline ",
                    "2019 ",
                    "org chart ",
                    " reports to ",
                    "流程",
                    "é",
                    "🍕",
                    "(",
                    "{",
                    "  ");

    @Property(tries = 150)
    void any_text_gives_a_sound_canvas(@ForAll("texts") String text) throws Exception {
        SoundDesign.check(Asking.offline(text));
    }

    @Property(tries = 250)
    void any_mix_of_what_it_understands_gives_a_sound_canvas(@ForAll("mixtures") String text)
            throws Exception {
        SoundDesign.check(Asking.offline(text));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .all()
                .ofMinLength(1)
                .ofMaxLength(400)
                .map(PlainText::clean)
                .filter(text -> !text.isBlank());
    }

    @Provide
    Arbitrary<String> mixtures() {
        return Arbitraries.of(PIECES)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .map(pieces -> String.join("", pieces))
                .map(text -> text.substring(0, Math.min(1000, text.length())))
                .map(PlainText::clean)
                .filter(text -> !text.isBlank());
    }
}
