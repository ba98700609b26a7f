package dev.atelier.adapters.http.errors;

import java.util.List;

/// The client takes none of the forms that we have.
public final class NotAcceptable extends RuntimeException {

    /// @param mediaTypes what there is
    public NotAcceptable(List<String> mediaTypes) {
        super("There is " + String.join(" and ", mediaTypes) + " only");
    }
}
