/**
 * The work "audit": registers bags, chooses what is due, checks it against the ledger and the bag's own manifests, and records what came of it. {@code AddBag},
 * {@code RunAudit}, {@code AcceptChanges}, {@code MoveBag}, {@code CompareCopies} and {@code RepairBag} are its works; {@code PartCheck} is what they have in common.
 */
package org.newsbag.audit;
