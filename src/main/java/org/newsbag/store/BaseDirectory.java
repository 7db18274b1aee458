package org.newsbag.store;

import static org.newsbag.finding.FindingCode.ARCHIVE_EMPTY;
import static org.newsbag.finding.FindingCode.ARCHIVE_EXTENSION;
import static org.newsbag.finding.FindingCode.ARCHIVE_NO_BASE_DIRECTORY;
import static org.newsbag.finding.FindingCode.ARCHIVE_ROOT_NAME;
import static org.newsbag.finding.FindingCode.ARCHIVE_SECOND_ROOT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.newsbag.finding.Findings;
import org.newsbag.finding.Quote;
import org.newsbag.store.BagStore.Reach;

/**
 * Where in an archive the bag stands: RFC 8493, section 4, wants exactly one folder at the top, named like the archive.
 *
 * @param name of the folder at the top; empty where the bag's files themselves stand there
 */
record BaseDirectory(String name) {
    /** What stands at the top under one name. */
    private record Top(boolean isFolder, boolean holdsBag) {
        Top and(Top other) {
            return new Top(isFolder || other.isFolder, holdsBag || other.holdsBag);
        }
    }

    static BaseDirectory of(List<Member> members, String archive, Serialization form, Reach reach, Findings findings) {
        var tops = new TreeMap<String, Top>();
        for (var member : members) {
            var top = MemberName.top(member.place());
            tops.merge(
                    top,
                    new Top(
                            member.isFolder() || top.length() < member.place().length(),
                            member.place().equals(top + "/bagit.txt")),
                    Top::and);
        }
        var stem = stem(archive, form, findings);
        if (tops.isEmpty()) {
            // Where the damage hides everything, nobody knows whether it is empty.
            if (reach == Reach.WHOLE)
                findings.add(
                        ARCHIVE_EMPTY,
                        archive,
                        "The archive holds no entry that could be a file of a bag. Expected one folder with a bag in it.");
            return new BaseDirectory("");
        }
        var base = tops.containsKey("bagit.txt") ? Optional.<String>empty() : choose(tops);
        if (base.isEmpty()) {
            findings.add(
                    ARCHIVE_NO_BASE_DIRECTORY,
                    tops.containsKey("bagit.txt") ? "bagit.txt" : tops.firstKey(),
                    tops.firstKey().indexOf('\\') >= 0
                            ? "Its names have \\ where / was expected, so no folder is seen. Make the archive again by a program that writes /."
                            : "Files stand at the top of the archive, where one folder with the whole bag in it was expected. They are judged as if they stood in one. Make the archive from the folder above the bag.");
            return new BaseDirectory("");
        }
        for (var top : tops.keySet())
            if (!top.equals(base.get()))
                findings.add(
                        ARCHIVE_SECOND_ROOT,
                        top,
                        "It stands beside the bag's folder " + Quote.of(base.get())
                                + " at the top of the archive, where nothing else may be, and was not read. Make the archive from that folder alone.");
        if (!base.get().equals(stem))
            findings.add(
                    ARCHIVE_ROOT_NAME,
                    base.get(),
                    "The folder in the archive " + archive + " was expected to be named " + Quote.of(stem)
                            + ". Rename the archive to " + Quote.beginning(base.get()) + form.extension() + ".");
        return new BaseDirectory(base.get());
    }

    private static Optional<String> choose(TreeMap<String, Top> tops) {
        var folders = new ArrayList<String>();
        for (var top : tops.entrySet()) {
            if (top.getValue().holdsBag()) return Optional.of(top.getKey());
            if (top.getValue().isFolder()) folders.add(top.getKey());
        }
        return folders.stream().findFirst();
    }

    /** The archive's name without what tells its form. */
    private static String stem(String archive, Serialization form, Findings findings) {
        var told = Serialization.byName(archive);
        if (told.filter(form::equals).isEmpty())
            findings.add(
                    ARCHIVE_EXTENSION,
                    archive,
                    "The content is " + form.id() + ", so the name was expected to end in " + form.extension()
                            + ". It is read by its content; rename it.");
        return Serialization.stem(archive);
    }

    /** The path in the bag of a place in the archive; empty for the base directory itself and for all that stands beside it. */
    Optional<String> below(String place) {
        if (name.isEmpty()) return Optional.of(place);
        return place.length() > name.length() && place.startsWith(name) && place.charAt(name.length()) == '/'
                ? Optional.of(place.substring(name.length() + 1))
                : Optional.empty();
    }
}
