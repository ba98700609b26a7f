package dev.atelier.adapters.http.canvases;

import dev.atelier.adapters.http.json.Members;
import dev.atelier.domain.InvalidValue;

/// What `POST /canvases/{id}/restore` takes: the version that was seen, and the one to go back to.
record RestoreBody(int version, int restore) {

    static RestoreBody read(Members in) {
        in.require("version");
        in.require("restore");
        var version = in.integer("version", RestoreBody::version);
        var restore = in.integer("restore", RestoreBody::version);
        in.done();
        return new RestoreBody(version.orElseThrow(), restore.orElseThrow());
    }

    private static Integer version(Integer number) {
        if (number < 1) {
            throw new InvalidValue("must be at least 1");
        }
        return number;
    }
}
