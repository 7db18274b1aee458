package org.newsbag.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.newsbag.finding.Finding;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;

/** A bag that exists in words only: a good one, until a test changes something. */
final class SampleBag implements ProfileSubject {
    static final String IDENTIFIER = "https://example.org/profile.json";

    Optional<String> version = Optional.of("1.0");
    Set<String> manifests = Set.of("sha256", "sha512");
    Set<String> tagManifests = Set.of("sha512");
    boolean fetch;
    List<String> tagFiles = new ArrayList<>(List.of("bagit.txt", "bag-info.txt", "manifest-sha256.txt", "meta/a.xml"));
    List<String> payload = new ArrayList<>(List.of("data/a.txt", "data/sub/b.txt"));
    long bytes = 10;
    Optional<Collection<String>> archive = Optional.empty();
    private final Map<String, List<TagValue>> tags = new LinkedHashMap<>();

    SampleBag() {
        tag("BagIt-Profile-Identifier", IDENTIFIER);
    }

    SampleBag tag(String label, String value) {
        return tag("bag-info.txt", label, value);
    }

    SampleBag tag(String file, String label, String value) {
        tags.computeIfAbsent(file, f -> new ArrayList<>()).add(new TagValue(label, value));
        return this;
    }

    SampleBag withoutTags() {
        tags.clear();
        return this;
    }

    List<FindingCode> against(String profile) throws Exception {
        return findings(profile).stream().map(Finding::code).toList();
    }

    /** What a profile of the standard form, of which only these parts are given, says to this bag. */
    List<Finding> findings(String parts) throws Exception {
        var reading = new Findings();
        var profile = Profile.read("p.json", SampleProfile.with(parts), reading);
        if (profile.isEmpty()) throw new AssertionError(reading.list());
        var findings = new Findings();
        profile.get().check(this, findings);
        return findings.list();
    }

    @Override
    public Optional<String> bagItVersion() {
        return version;
    }

    @Override
    public Optional<List<TagValue>> tags(String path) {
        return Optional.ofNullable(tags.get(path));
    }

    @Override
    public Collection<String> payloadAlgorithms() {
        return manifests;
    }

    @Override
    public Collection<String> tagAlgorithms() {
        return tagManifests;
    }

    @Override
    public boolean hasFetch() {
        return fetch;
    }

    @Override
    public void tagFiles(Consumer<String> sink) {
        tagFiles.forEach(sink);
    }

    @Override
    public void payloadFiles(Consumer<String> sink) {
        payload.forEach(sink);
    }

    @Override
    public long payloadFileCount() {
        return payload.size();
    }

    @Override
    public long payloadBytes() {
        return bytes;
    }

    @Override
    public Optional<Collection<String>> serialization() {
        return archive;
    }
}
