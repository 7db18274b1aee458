package org.newsbag.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.newsbag.profile.AlgorithmRule;
import org.newsbag.profile.PathRule;
import org.newsbag.profile.Profile;
import org.newsbag.profile.SerializationRule;
import org.newsbag.profile.ShelvedProfile;
import org.newsbag.profile.TagRule;

/** Profiles as a person reads them. */
final class ProfileText {
    private final PrintStream out;

    ProfileText(PrintStream out) {
        this.out = out;
    }

    void list(List<ShelvedProfile> profiles) {
        if (profiles.isEmpty())
            out.println("No profiles are known by name. Those in profiles/ of the current folder are.");
        for (var shelved : profiles) {
            var info = shelved.profile().map(Profile::info);
            line(
                    0,
                    shelved.name()
                            + info.flatMap(i -> i.version())
                                    .map(v -> "  (version " + v + ")")
                                    .orElse(""));
            if (info.isEmpty()) line(4, "has errors: newsbag profile check " + shelved.file());
            info.flatMap(i -> i.identifier()).ifPresent(identifier -> line(4, identifier));
            info.flatMap(i -> i.description()).ifPresent(description -> line(4, description));
        }
    }

    void show(Profile profile) {
        var info = profile.info();
        info.description().ifPresent(text -> line(0, text));
        row("Identifier", info.identifier());
        row("Version", info.version());
        row("By", info.organization());
        row("Contact", contact(profile));
        tags("bag-info.txt", profile.bagInfo());
        for (var file : profile.otherTagFiles()) tags(file.file(), file.tags());
        out.println();
        row("Manifests", Optional.of(algorithms(profile.manifests())));
        row("Tag manifests", Optional.of(algorithms(profile.tagManifests())));
        row("Tag files", Optional.of(paths(profile.tagFiles())));
        row(
                "Payload",
                Optional.of(profile.dataEmpty() ? "no file, or one without a byte" : paths(profile.payloadFiles())));
        row("fetch.txt", Optional.of(fetch(profile)));
        row("Form", Optional.of(form(profile.serialization())));
        row(
                "BagIt",
                Optional.of(
                        profile.bagItVersions().isEmpty()
                                ? "any version"
                                : String.join(" or ", profile.bagItVersions())));
    }

    private void tags(String file, List<TagRule> rules) {
        if (rules.isEmpty()) return;
        out.println();
        line(0, "Labels of " + file);
        for (var rule : rules) {
            var demands = new ArrayList<String>();
            demands.add(rule.required() ? "required" : "optional");
            if (!rule.repeatable()) demands.add("once at most");
            if (!rule.values().isEmpty()) demands.add("one of: " + String.join(" | ", rule.values()));
            line(2, rule.label() + ": " + String.join(", ", demands));
            rule.description().ifPresent(text -> line(6, text));
        }
    }

    private static Optional<String> contact(Profile profile) {
        var info = profile.info();
        var parts = new ArrayList<String>();
        info.contactName().ifPresent(parts::add);
        info.contactPhone().ifPresent(parts::add);
        info.contactEmail().ifPresent(parts::add);
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    private static String algorithms(AlgorithmRule rule) {
        return demands(rule.required(), rule.allowed());
    }

    private static String paths(PathRule rule) {
        return demands(rule.required(), rule.allowsAll() ? Optional.empty() : Optional.of(rule.allowed()));
    }

    private static String demands(List<String> required, Optional<List<String>> allowed) {
        return (required.isEmpty() ? "" : String.join(", ", required) + " required; ")
                + allowed.map(names ->
                                names.isEmpty() ? "none allowed" : "only " + String.join(", ", names) + " allowed")
                        .orElse("all allowed");
    }

    private static String fetch(Profile profile) {
        if (profile.fetchRequired()) return "required";
        return profile.fetchAllowed() ? "allowed" : "not allowed";
    }

    private static String form(SerializationRule rule) {
        var types = rule.accepted().isEmpty() ? "" : " (" + String.join(", ", rule.accepted()) + ")";
        return switch (rule.word()) {
            case FORBIDDEN -> "a folder, no archive";
            case REQUIRED -> "an archive" + types;
            case OPTIONAL -> "a folder or an archive" + types;
        };
    }

    private void row(String label, Optional<String> value) {
        value.ifPresent(text -> line(0, String.format(Locale.ROOT, "%-15s%s", label, text)));
    }

    private void line(int indent, String text) {
        out.println(" ".repeat(indent) + FindingList.visible(text));
    }
}
