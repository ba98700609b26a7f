package dev.atelier.adapters.http.web;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which encoding a client takes (RFC 9110, 12.5.3), the smallest first.
final class AcceptedEncoding {

    private static final List<String> BEST_FIRST = List.of("br", "gzip");
    private static final Pattern REFUSED = Pattern.compile(".*;\\s*q=0(\\.0{0,3})?\\s*");

    private AcceptedEncoding() {}

    static String of(ServerRequest request, WebFile file) {
        var accepted =
                request.headers().all(HeaderNames.ACCEPT_ENCODING, List::of).stream()
                        .flatMap(field -> Stream.of(field.split(",")))
                        .filter(offer -> !REFUSED.matcher(offer).matches())
                        .map(offer -> offer.split(";", 2)[0].strip())
                        .toList();
        return BEST_FIRST.stream()
                .filter(encoding -> file.bodies().containsKey(encoding))
                .filter(accepted::contains)
                .findFirst()
                .orElse(WebFile.IDENTITY);
    }
}
