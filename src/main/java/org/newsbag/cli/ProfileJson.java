package org.newsbag.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.newsbag.finding.Findings;
import org.newsbag.finding.Severity;
import org.newsbag.json.JsonObject;
import org.newsbag.profile.Profile;
import org.newsbag.profile.ShelvedProfile;

/** The documents that {@code profile list --json} and {@code profile check --json} print: docs/schema/profile.schema.json. */
final class ProfileJson {
    private ProfileJson() {}

    static JsonObject list(List<ShelvedProfile> profiles) {
        return head("list", ExitCode.OK)
                .put("profiles", profiles.stream().map(ProfileJson::shelved).toList())
                .build();
    }

    static JsonObject check(Path file, Optional<Profile> profile, Findings findings, int exit) {
        return FindingJson.put(
                        head("check", exit)
                                .put("file", file.toString())
                                .put("profile", profile.map(ProfileJson::about)),
                        findings)
                .build();
    }

    private static JsonObject shelved(ShelvedProfile shelved) {
        long errors = shelved.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        return JsonObject.builder()
                .put("name", shelved.name())
                .put("file", shelved.file().toString())
                .put("errors", errors)
                .put("profile", shelved.profile().map(ProfileJson::about))
                .build();
    }

    private static JsonObject about(Profile profile) {
        var info = profile.info();
        return JsonObject.builder()
                .put("identifier", info.identifier())
                .put("version", info.version())
                .put("organization", info.organization())
                .put("description", info.description())
                .build();
    }

    private static JsonObject.Builder head(String command, int exit) {
        return JsonObject.builder()
                .put("newsbag", Version.number())
                .put("command", "profile " + command)
                .put("exit", exit);
    }
}
