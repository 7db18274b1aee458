package org.newsbag.audit;

import org.newsbag.ledger.LedgerPlace;

/** The audit with its ledger in a file. */
class AuditOnSqliteTest extends AuditContract {
    @Override
    LedgerPlace place() {
        return new LedgerPlace.SqliteFile(folder.resolve("ledger.sqlite"));
    }
}
