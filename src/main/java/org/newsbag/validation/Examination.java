package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.STORE_UNREADABLE;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsbag.bag.BagDeclaration;
import org.newsbag.bag.BagMetadata;
import org.newsbag.bag.FetchItem;
import org.newsbag.bag.ManifestName;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.finding.Location;
import org.newsbag.store.BagStore;
import org.newsbag.store.DamagedArchive;
import org.newsbag.store.Reason;
import org.newsbag.store.StoredEntry;

/** One bag on the table: what the steps have found out about it so far. */
final class Examination {
    static final String PAYLOAD = "data/";
    /** What to do where the bytes that the bag promised are not there. */
    static final String RESTORE = "Restore it from another copy of the bag.";

    final BagStore store;
    final Level level;
    final Findings findings;
    final Witness witness;
    final FileTable payload = new FileTable();
    final FileTable tagFiles = new FileTable();
    final Set<String> folders = new HashSet<>();
    final UnreadablePlaces unreadable = new UnreadablePlaces();
    final Map<String, FetchItem> toFetch = new HashMap<>();
    Optional<BagDeclaration> declaration = Optional.empty();
    Optional<BagMetadata> metadata = Optional.empty();
    private final Set<String> unread = new HashSet<>();
    /** Whether a damaged archive hides what else there is, so that nothing can be said to be missing. */
    boolean isCutOff;
    /** How many places the witness has given to files. */
    int places;
    /** Payload files that are there. */
    long files;
    /** Their bytes; -1 where some file's size is not known. */
    long octets;

    Examination(BagStore store, Level level, Findings findings, Witness witness) {
        this.store = store;
        this.witness = witness;
        this.level = level;
        this.findings = findings;
    }

    /** What reads a tag file, and says whether it could do so to the end; where not, it has told why. */
    interface TagFileReader {
        boolean read(InputStream content) throws IOException;
    }

    BagDeclaration rules() {
        return declaration.orElseThrow();
    }

    /** Opens a tag file that is there; that it cannot be read is told, and what was read of it holds. */
    void read(String tagFile, TagFileReader reader) {
        try (var content = store.open(tagFiles.find(tagFile).entry())) {
            if (!reader.read(content)) unread.add(tagFile);
        } catch (IOException e) {
            unread.add(tagFile);
            unreadable(tagFile, e);
        }
    }

    /** Whether what a tag file says is not known, because it could not be read. */
    boolean isUnread(String tagFile) {
        var row = tagFiles.find(tagFile);
        return unread.contains(tagFile) || row != null && row.kind == StoredEntry.Kind.UNREADABLE;
    }

    /** Whether anything of the bag could not be read, so that nothing can be said to be missing from it. */
    boolean isPartlyUnread() {
        return findings.has(STORE_UNREADABLE);
    }

    /** The manifests of a table whose lists are known. */
    List<ListedBy> read(FileTable table) {
        if (unread.isEmpty()) return table.manifests();
        return table.manifests().stream()
                .filter(manifest -> !unread.contains(manifest.name().fileName()))
                .toList();
    }

    /** Whether a payload manifest could not be read. */
    boolean lacksPayloadManifest() {
        for (var row : tagFiles)
            if (isUnread(row.path)
                    && ManifestName.parse(row.path)
                            .filter(name -> !name.isTagManifest())
                            .isPresent()) return true;
        return false;
    }

    /** Whether a tag file is there that can be opened. */
    boolean hasTagFile(String path) {
        var row = tagFiles.find(path);
        return row != null && row.isFile();
    }

    /** Tells that bytes could not be read: by the machine's fault, or by that of a damaged archive. */
    void unreadable(String path, IOException cause) {
        witness.unreadable(path, cause);
        if (cause instanceof DamagedArchive damage) {
            findings.add(damage.code(), path, damage.getMessage() + ". Take the archive from another copy.");
            return;
        }
        findings.add(STORE_UNREADABLE, path, Reason.unread(cause));
    }

    static boolean isPayload(String path) {
        return path.startsWith(PAYLOAD);
    }

    FileTable tableOf(String path) {
        return isPayload(path) ? payload : tagFiles;
    }

    void say(FindingCode code, Location location, String message) {
        findings.add(code, location, message);
    }

    void say(FindingCode code, String path, String message) {
        findings.add(code, path, message);
    }

    /** An archive may hold files without the folders that they lie in. */
    void findImpliedFolders() {
        var implied = new HashSet<String>();
        for (var table : List.of(payload, tagFiles)) for (var row : table) addAbove(row.path, implied);
        for (var folder : folders) addAbove(folder, implied);
        folders.addAll(implied);
    }

    private static void addAbove(String path, Set<String> folders) {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1))
            if (!folders.add(path.substring(0, slash))) return;
    }

    /** Takes in what the store holds. */
    void take(StoredEntry entry) {
        if (entry.kind() == StoredEntry.Kind.FOLDER) {
            folders.add(entry.path());
            return;
        }
        if (entry.kind() == StoredEntry.Kind.UNREADABLE) unreadable.add(entry.path());
        var row = tableOf(entry.path()).findOrAdd(entry.path());
        row.place(entry);
        if (!isPayload(entry.path()) || !entry.isFile()) return;
        files++;
        octets = octets < 0 || entry.size() < 0 ? -1 : octets + entry.size();
    }
}
