package org.newsbag.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.newsbag.bag.BagInfo;
import org.newsbag.bag.BagMetadata;
import org.newsbag.bag.FetchFile;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.profile.ProfileSubject;
import org.newsbag.store.Serialization;

/** A bag on the table as a profile sees it. */
final class BagForProfile implements ProfileSubject {
    private static final Set<FindingCode> FORM = EnumSet.of(FindingCode.BAG_INFO_MALFORMED);

    private final Examination bag;
    private final Map<String, Optional<List<TagValue>>> read = new HashMap<>();

    BagForProfile(Examination bag) {
        this.bag = bag;
    }

    @Override
    public Optional<String> bagItVersion() {
        return bag.declaration.map(declaration -> declaration.version().toString());
    }

    @Override
    public Optional<List<TagValue>> tags(String path) {
        if (path.equals(BagInfo.FILE_NAME)) return bag.metadata.map(BagForProfile::values);
        return read.computeIfAbsent(path, this::readTags);
    }

    /** That its lines are of that form only a profile asks for; that they are text in the bag's charset, the standard does. */
    private Optional<List<TagValue>> readTags(String path) {
        if (!bag.hasTagFile(path)) return Optional.empty();
        var values = new ArrayList<TagValue>();
        var found = new Findings();
        bag.read(path, content -> {
            var metadata = BagMetadata.read(path, content, bag.rules(), found);
            values.addAll(values(metadata));
            return metadata.isWhole();
        });
        bag.findings.addAll(found.without(FORM));
        return Optional.of(values);
    }

    /** Whether the labels of a tag file are not all known, because it could not be read to its end. */
    boolean hasUnreadTags() {
        return bag.isUnread(BagInfo.FILE_NAME) || read.keySet().stream().anyMatch(bag::isUnread);
    }

    private static List<TagValue> values(BagMetadata metadata) {
        var values = new ArrayList<TagValue>();
        for (var element : metadata.elements()) values.add(new TagValue(element.label(), element.value()));
        return values;
    }

    @Override
    public Collection<String> payloadAlgorithms() {
        return algorithms(bag.payload);
    }

    @Override
    public Collection<String> tagAlgorithms() {
        return algorithms(bag.tagFiles);
    }

    private static List<String> algorithms(FileTable table) {
        var names = new ArrayList<String>();
        for (var manifest : table.manifests()) names.add(manifest.name().normalizedAlgorithm());
        return names;
    }

    @Override
    public boolean hasFetch() {
        return bag.hasTagFile(FetchFile.FILE_NAME);
    }

    @Override
    public void tagFiles(Consumer<String> sink) {
        for (var row : bag.tagFiles) if (row.isThere()) sink.accept(row.path);
    }

    @Override
    public void payloadFiles(Consumer<String> sink) {
        for (var row : bag.payload) if (row.isThere() || bag.toFetch.containsKey(row.path)) sink.accept(row.path);
    }

    @Override
    public long payloadFileCount() {
        return bag.files;
    }

    @Override
    public long payloadBytes() {
        return Math.max(bag.octets, 0);
    }

    @Override
    public Optional<Collection<String>> serialization() {
        return bag.store.form() == Serialization.NONE
                ? Optional.empty()
                : Optional.of(bag.store.form().mediaTypes());
    }
}
