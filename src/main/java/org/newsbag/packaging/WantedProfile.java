package org.newsbag.packaging;

import org.newsbag.profile.Profile;

/**
 * A profile that a bag is to meet.
 *
 * @param algorithmsChosen whether the algorithms of the request are the user's choice; else the profile may change them
 * @param formChosen whether the serialization of the request is the user's choice; else the profile may change it
 */
public record WantedProfile(Profile profile, boolean algorithmsChosen, boolean formChosen) {}
