package org.newsbag.store;

import static java.util.stream.Collectors.groupingBy;
import static org.newsbag.finding.FindingCode.ARCHIVE_DUPLICATE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.newsbag.finding.Findings;
import org.newsbag.path.RelativePath;
import org.newsbag.store.BagStore.EntrySink;
import org.newsbag.store.BagStore.Reach;
import org.newsbag.store.StoredEntry.Kind;

/** All entries of one archive, gathered before any is given away: only the whole tells where the bag stands, and which places two entries claim. */
final class Members {
    private final List<Member> all = new ArrayList<>();
    private final Set<String> untrusted = new HashSet<>();
    private final Findings findings;

    Members(Findings findings) {
        this.findings = findings;
    }

    void add(Member member) {
        if (!member.place().isEmpty()) all.add(member);
    }

    /** Judges the whole, and tells where the bag stands in it. */
    BaseDirectory judge(String archive, Serialization form, Reach reach) {
        findClashes();
        new HardLinks(untrusted, findings).follow(all);
        return BaseDirectory.of(all, archive, form, reach, findings);
    }

    /** Gives every entry below the bag's base directory away, in the order of the archive. */
    void giveTo(EntrySink sink, BaseDirectory base) throws IOException {
        var folders = new HashSet<String>();
        var given = new HashSet<String>();
        for (var member : all) {
            var path = base.below(member.place());
            if (path.isEmpty()) continue;
            // A folder named twice is one folder; a place that two entries claim is told once, and neither is opened.
            if (member.isFolder() && !folders.add(path.get())) continue;
            boolean clash = untrusted.contains(member.place());
            if (clash && !given.add(path.get())) continue;
            sink.accept(new StoredEntry(
                    path.get(),
                    clash ? Kind.UNREADABLE : member.kind(),
                    member.isFolder() || clash || member.kind() == Kind.UNREADABLE ? -1 : member.size(),
                    member.position()));
        }
    }

    /** Tells of a place whether no two entries claim it; holds on to no more than the places where they do. */
    Predicate<String> trust() {
        var clashes = Set.copyOf(untrusted);
        return place -> !clashes.contains(place);
    }

    private void findClashes() {
        var sorted = all.toArray(Member[]::new);
        Arrays.sort(sorted, (a, b) -> RelativePath.compareAsTree(a.place(), b.place()));
        for (int i = 1; i < sorted.length; i++) {
            var before = sorted[i - 1].place();
            if (before.equals(sorted[i].place()) && !(sorted[i - 1].isFolder() && sorted[i].isFolder())) clash(before);
        }
        String file = null;
        for (var member : sorted) {
            if (file != null && member.place().startsWith(file + "/")) clash(file);
            else file = member.isFolder() ? null : member.place();
        }
    }

    private void clash(String place) {
        if (!untrusted.add(place)) return;
        findings.add(
                ARCHIVE_DUPLICATE,
                place,
                "More than one entry claims this place. Programs differ in which one they unpack, so none of them is trusted and none was read. Make the archive again.");
    }

    /** The hard links that were followed, in their order, by the position of their file. */
    Map<Long, List<Member>> further() {
        return all.stream()
                .filter(member -> member.target().isPresent() && member.kind() == Kind.FILE)
                .collect(groupingBy(Member::position));
    }
}
