import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.nio.file.Path;

/// A PostgreSQL for a moment, from the libraries that lie beside the jar.
record LocalPostgres(EmbeddedPostgres server) implements AutoCloseable {

    static LocalPostgres start(Path folder) throws IOException {
        return new LocalPostgres(EmbeddedPostgres.builder().setDataDirectory(folder).start());
    }

    String url() {
        return "postgresql://postgres@127.0.0.1:" + server.getPort() + "/postgres";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
