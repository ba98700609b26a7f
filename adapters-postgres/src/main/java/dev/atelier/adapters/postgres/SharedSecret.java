package dev.atelier.adapters.postgres;

import java.security.SecureRandom;
import java.util.HexFormat;

/// A secret that all nodes on this database know: the first that needs it makes it up.
final class SharedSecret {

    private static final int BYTES = 32;

    private static final String MAKE_UP =
            """
            insert into service_secrets (name, secret) values (:name, :secret)
            on conflict (name) do nothing
            """;

    private static final String READ = "select secret from service_secrets where name = :name";

    private SharedSecret() {}

    static byte[] read(Transactions transactions, String name) {
        var proposal = new byte[BYTES];
        new SecureRandom().nextBytes(proposal);
        var secret =
                transactions.each(
                        sql -> {
                            sql.createDmlStatement(MAKE_UP)
                                    .addParam("name", name)
                                    .addParam("secret", HexFormat.of().formatHex(proposal))
                                    .execute();
                            return sql.createGet(READ)
                                    .addParam("name", name)
                                    .execute()
                                    .map(row -> new Cells(row).text("secret"))
                                    .orElseThrow();
                        });
        return HexFormat.of().parseHex(secret);
    }
}
