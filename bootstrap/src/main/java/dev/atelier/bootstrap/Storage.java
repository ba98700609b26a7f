package dev.atelier.bootstrap;

import dev.atelier.adapters.postgres.witness.NotAllowed;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.InvalidValue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// Where the data are.
///
/// @param given the address of the operator's database; absent: an embedded one under
///   `dataDirectory`
/// @param direct past the pooler that `given` leads to, if it does
record Storage(Optional<String> given, Optional<String> direct, Path dataDirectory) {

    static Storage read(Environment env) {
        return new Storage(
                env.text("DATABASE_URL"),
                env.text("DATABASE_DIRECT_URL"),
                Path.of(env.text("DATA_DIR").orElse("data")));
    }

    /// The database's address; starts the embedded one if there is no other.
    String url(Opened opened) {
        return given.orElseGet(() -> opened.keep(EmbeddedDatabase.start(dataDirectory)).url());
    }

    /// The server's own address, past a pooler.
    String directUrl(Opened opened) {
        return direct.orElseGet(() -> url(opened));
    }

    /// What opening the database gives.
    ///
    /// @throws WrongSetting if it cannot be opened; the message does not repeat the address
    static <T> T reached(Supplier<T> opening) {
        try {
            return opening.get();
        } catch (InvalidValue wrong) {
            throw new WrongSetting("DATABASE_URL " + wrong.getMessage());
        } catch (NotAllowed forbidden) {
            throw new WrongSetting(
                    "the user of DATABASE_URL may not create a schema:"
                            + " grant it CREATE on the database");
        } catch (StoreUnavailable unreachable) {
            throw new WrongSetting("the database of DATABASE_URL cannot be reached");
        }
    }
}
