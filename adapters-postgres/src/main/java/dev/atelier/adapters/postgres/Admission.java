package dev.atelier.adapters.postgres;

/// Lets delayed jobs join the line once they are due. Done whenever somebody looks at the line;
/// several may do it at once.
final class Admission {

    /// Those that are left are next time's.
    private static final int AT_ONCE = 500;

    private final Transactions transactions;

    Admission(Transactions transactions) {
        this.transactions = transactions;
    }

    void admit() {
        transactions.each(Admission::admit);
    }

    static long admit(Sql sql) {
        return sql.createDmlStatement(QueueSql.ADMIT).addParam("limit", AT_ONCE).execute();
    }
}
