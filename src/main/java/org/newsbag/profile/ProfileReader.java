package org.newsbag.profile;

import static org.newsbag.finding.FindingCode.PROFILE_DIALECT;
import static org.newsbag.finding.FindingCode.PROFILE_UNREADABLE;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.newsbag.finding.Findings;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.json.MalformedJson;

/** Reads a profile in whichever dialect it is written; what is wrong with it is told, all of it. */
final class ProfileReader {
    private static final String EXPECTED = "Expected a BagIt Profile, a JSON object with BagIt-Profile-Info, found ";

    private final String place;
    private final Findings findings;

    ProfileReader(String place, Findings findings) {
        this.place = place;
        this.findings = findings;
    }

    Optional<Profile> read(byte[] bytes) {
        if (bytes.length > Profile.LONGEST) return unreadable("more than " + Profile.LONGEST + " bytes.");
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var value = Json.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (value instanceof JsonObject object) return read(object);
            return unreadable(ProfilePart.shown(value) + ".");
        } catch (CharacterCodingException e) {
            return unreadable("bytes that are not UTF-8.");
        } catch (MalformedJson e) {
            return unreadable("what is not JSON: " + e.getMessage() + ".");
        }
    }

    private Optional<Profile> read(JsonObject object) {
        var dialect = Dialect.of(object);
        if (dialect.isEmpty()) return unreadable("an object with no part of a profile.");
        var own = new Findings();
        var standard = dialect.get().toStandard(ProfilePart.whole(place, object, own));
        var whole = ProfilePart.whole(place, standard, own);
        var profile = new StandardForm(dialect.get() == Dialect.STANDARD).read(whole);
        Contradictions.tell(profile, whole);
        if (dialect.get() != Dialect.STANDARD)
            own.add(
                    PROFILE_DIALECT,
                    place,
                    "This profile is in the dialect of " + dialect.get().tool()
                            + "; it was read as the standard form, and findings name the labels of that form.");
        own.list().forEach(findings::add);
        return own.hasErrors() ? Optional.empty() : Optional.of(profile);
    }

    private Optional<Profile> unreadable(String found) {
        findings.add(PROFILE_UNREADABLE, place, EXPECTED + found);
        return Optional.empty();
    }
}
