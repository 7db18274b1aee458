/**
 * The record of fixity events: append-only, hash-chained, in SQLite or PostgreSQL (docs/ledger.md). The front door is {@code Ledger}; {@code Checkpoint},
 * {@code FileProof} and {@code TimeStamp} are what it shows to those who do not have it.
 */
package org.newsbag.ledger;
