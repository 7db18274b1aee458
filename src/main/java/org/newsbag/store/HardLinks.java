package org.newsbag.store;

import static org.newsbag.finding.FindingCode.STORE_LINK_FOLLOWED;
import static org.newsbag.finding.FindingCode.STORE_LINK_REFUSED;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsbag.finding.Findings;
import org.newsbag.store.StoredEntry.Kind;

/**
 * Lets each hard link of an archive stand for the file before it that it names, as the programs that unpack do. The bytes that are so read again
 * count towards the archive's {@link Expansion}.
 */
final class HardLinks {
    private final Set<String> untrusted;
    private final Findings findings;
    private final Map<String, Member> files = new HashMap<>();
    private final Expansion expansion = new Expansion();

    /** @param untrusted the places that more than one entry claims */
    HardLinks(Set<String> untrusted, Findings findings) {
        this.untrusted = untrusted;
        this.findings = findings;
    }

    /** Replaces each link among the entries, which are in the order of the archive. */
    void follow(List<Member> entries) {
        if (entries.stream().allMatch(entry -> entry.target().isEmpty())) return;
        for (var at = entries.listIterator(); at.hasNext(); ) {
            var entry = at.next();
            if (entry.target().isPresent())
                at.set(entry = followed(entry, MemberName.of(entry.target().get())));
            else if (entry.kind() == Kind.FILE) count(entry.size(), entry);
            if (entry.kind() == Kind.FILE && !untrusted.contains(entry.place())) files.put(entry.place(), entry);
        }
    }

    private Member followed(Member link, MemberName target) {
        if (untrusted.contains(link.place())) return link; // which is told already
        var file =
                target.refusal().isEmpty() ? Optional.ofNullable(files.get(target.place())) : Optional.<Member>empty();
        var to = "A hard link to " + MemberName.shown(target.raw());
        if (file.isEmpty()) {
            findings.add(
                    STORE_LINK_REFUSED,
                    link.place(),
                    to
                            + ", where no file that could be read and trusted stands before it in this archive; it was not followed. Make the archive again with the file itself in its place.");
            return link;
        }
        if (!count(0, file.get())) return link.unreadable();
        findings.add(
                STORE_LINK_FOLLOWED,
                link.place(),
                to
                        + ", read as a file with the bytes of its target. It is lost where that one is left out; tar --hard-dereference writes each file whole.");
        return link.to(file.get());
    }

    private boolean count(long stored, Member file) {
        try {
            expansion.add(stored, file.size());
            return true;
        } catch (DamagedArchive bomb) {
            findings.add(bomb.code(), file.place(), "Its hard links make it a bomb: " + bomb.getMessage() + ".");
            return false;
        }
    }
}
