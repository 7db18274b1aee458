package org.newsbag.profile;

import static org.newsbag.profile.StandardForm.BAG_INFO;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.newsbag.json.JsonObject;

/** Turns the dialect of Bagger, an object of fields of bag-info.txt, into the standard form. It knows no other rules, and no identifier. */
final class BaggerForm {
    private static final String ORDERED = "ordered";
    private static final Set<String> KEYS =
            Set.of("fieldRequired", "requiredValue", "valueList", "defaultValue", "isReadOnly", "isRequired");

    private BaggerForm() {}

    /** Whether each member is a field with rules, or the list of such fields. */
    static boolean is(JsonObject object) {
        boolean field = false;
        for (var key : object.keys()) {
            if (key.equals(ORDERED) && object.get(key).orElseThrow() instanceof List) {
                if (object.objects(key).stream().anyMatch(BaggerForm::is)) field = true;
                continue;
            }
            var rule = object.object(key);
            if (rule.isEmpty() || !KEYS.containsAll(rule.get().keys())) return false;
            field = true;
        }
        return field;
    }

    static JsonObject toStandard(ProfilePart whole) {
        var tags = JsonObject.builder();
        addFields(whole, tags);
        for (var item : whole.has(ORDERED) ? whole.parts(ORDERED) : List.<ProfilePart>of()) addFields(item, tags);
        return JsonObject.builder().put(BAG_INFO, tags.build()).build();
    }

    private static void addFields(ProfilePart part, JsonObject.Builder tags) {
        for (var label : part.keys())
            if (!label.equals(ORDERED)) part.part(label).ifPresent(field -> tags.put(label, rule(field)));
    }

    private static JsonObject rule(ProfilePart field) {
        var values = new ArrayList<String>();
        field.text("requiredValue").ifPresent(values::add);
        if (values.isEmpty())
            field.texts("valueList").orElse(List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .forEach(values::add);
        var rule = JsonObject.builder()
                .put("required", field.flag("fieldRequired", false) || field.flag("isRequired", false));
        if (!values.isEmpty()) rule.put("values", values);
        return rule.build();
    }
}
