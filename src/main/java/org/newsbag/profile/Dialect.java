package org.newsbag.profile;

import java.util.Optional;
import java.util.Set;
import org.newsbag.json.JsonObject;

/** The forms in which profiles are found. Only the standard one is ever written. */
enum Dialect {
    STANDARD("BagIt Profiles"),
    DART("APTrust and DART"),
    BAGGER("Bagger");

    private static final Set<String> DART_KEYS = Set.of(
            "bagItProfileInfo", "acceptBagItVersion", "manifestsRequired", "manifestsAllowed", "tagManifestsRequired");

    private final String tool;

    Dialect(String tool) {
        this.tool = tool;
    }

    /** The dialect of a document; empty where it is no profile at all. */
    static Optional<Dialect> of(JsonObject object) {
        if (object.keys().stream().anyMatch(StandardForm::isPart)) return Optional.of(STANDARD);
        if (object.keys().stream().anyMatch(DART_KEYS::contains)) return Optional.of(DART);
        return BaggerForm.is(object) ? Optional.of(BAGGER) : Optional.empty();
    }

    /** The tools that write this form. */
    String tool() {
        return tool;
    }

    JsonObject toStandard(ProfilePart whole) {
        return switch (this) {
            case STANDARD -> whole.object();
            case DART -> DartForm.toStandard(whole);
            case BAGGER -> BaggerForm.toStandard(whole);
        };
    }
}
