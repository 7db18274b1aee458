package org.newsbag.profile;

import java.util.Optional;

/**
 * What a profile says about itself (BagIt Profiles 1.4, BagIt-Profile-Info).
 *
 * @param identifier the URI that bags declare; empty only in dialects that have none
 * @param specification the version of the specification that it was written for, such as {@code 1.4.0}
 * @param version of the profile itself
 */
public record ProfileInfo(
        Optional<String> identifier,
        String specification,
        Optional<String> organization,
        Optional<String> description,
        Optional<String> version,
        Optional<String> contactName,
        Optional<String> contactPhone,
        Optional<String> contactEmail) {}
