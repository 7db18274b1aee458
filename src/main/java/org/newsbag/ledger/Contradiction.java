package org.newsbag.ledger;

/**
 * A bag of which the tables that answer questions say another thing than its history. Somebody changed them, or the ledger is damaged.
 *
 * @param bag its number; 0 where it is no bag, but the database itself
 * @param location as the tables say; as the history says, where they know no such bag; empty where neither does
 * @param what is contradicted, in a few words
 */
public record Contradiction(long bag, String location, String what) {}
