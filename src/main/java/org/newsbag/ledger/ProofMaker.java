package org.newsbag.ledger;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Makes the proof that a file was found intact. */
public final class ProofMaker {
    private final Ledger ledger;

    public ProofMaker(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * By the last check that found it so; empty where none did.
     *
     * @param kept the checkpoint to prove it against; that of now, where it is empty
     */
    public Optional<FileProof> prove(RegisteredBag bag, String path, Optional<Checkpoint> kept) throws IOException {
        return ledger.read(transaction -> {
            long size = kept.map(Checkpoint::size).orElse(Long.MAX_VALUE);
            var events = new ArrayList<Event>();
            transaction.each(
                    row -> events.add(EventLog.event(row)),
                    "SELECT " + EventLog.COLUMNS
                            + " FROM event WHERE bag = ? AND kind IN ('check', 'register') AND seq <= ? ORDER BY seq DESC",
                    bag.id(),
                    Math.min(size, Integer.MAX_VALUE));
            for (var event : events) {
                var proof = by(transaction, bag, path, event, kept);
                if (proof.isPresent()) return proof;
            }
            return Optional.empty();
        });
    }

    private Optional<FileProof> by(
            Database transaction, RegisteredBag bag, String path, Event event, Optional<Checkpoint> kept)
            throws SQLException, IOException {
        var members = Members.of(event);
        boolean isCheck = event.kind() == EventKind.CHECK;
        var sample = members.body().object("sample").map(Sample::read);
        if (isCheck && (members.number("intact") == 0 || !members.flag("whole") && sample.isEmpty()))
            return Optional.empty();
        var failed = new HashSet<String>();
        if (isCheck)
            for (var failure : Failures.of(transaction, event.seq(), Integer.MAX_VALUE)) failed.add(failure.path());
        var parts = Rows.parts(transaction, "WHERE bag = ? ORDER BY number", bag.id());
        var part = parts.stream()
                .filter(one -> one.range().contains(path) && (!isCheck || one.number() == members.number("part")))
                .findFirst();
        if (part.isEmpty()) return Optional.empty();
        var leaves = new ArrayList<byte[]>();
        var found = new ArrayList<KnownFile>();
        var index = new int[1];
        Rows.expected(
                transaction,
                bag.id(),
                bag.algorithm(),
                part.get().range(),
                isCheck ? members.number("baseline") : event.seq(),
                file -> {
                    if (failed.contains(file.path())
                            || sample.isPresent() && !sample.get().has(file.path())) return;
                    if (file.path().equals(path)) {
                        index[0] = leaves.size();
                        found.add(file);
                    }
                    leaves.add(file.leaf());
                });
        if (found.isEmpty()) return Optional.empty();
        var log = log(transaction, kept);
        return Optional.of(new FileProof(
                found.get(0),
                MerklePath.of(leaves, index[0]),
                isCheck ? 0 : part.get().number(),
                event.text(),
                MerklePath.of(log, (int) event.seq() - 1),
                checkpoint(transaction, log)));
    }

    private List<byte[]> log(Database transaction, Optional<Checkpoint> kept) throws SQLException, IOException {
        var hashes = new ArrayList<byte[]>();
        transaction.each(
                row -> hashes.add(HashTree.leaf(Column.text(row, 1))),
                "SELECT hash FROM event WHERE seq <= ? ORDER BY seq",
                kept.map(Checkpoint::size).orElse((long) Integer.MAX_VALUE));
        return hashes;
    }

    private static Checkpoint checkpoint(Database transaction, List<byte[]> log) throws SQLException, IOException {
        var root = new MerkleRoot();
        for (var leaf : log) root.add(leaf);
        var identifier = new String[1];
        transaction.each(row -> identifier[0] = Column.text(row, 1), "SELECT ledger FROM head");
        return new Checkpoint(identifier[0], log.size(), root.hex());
    }
}
