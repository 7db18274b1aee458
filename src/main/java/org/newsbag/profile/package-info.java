/**
 * BagIt Profiles 1.4: what an archive demands of a bag. Begin with {@link org.newsbag.profile.Profile}: it is read from JSON, and it checks whatever
 * is a {@link org.newsbag.profile.ProfileSubject}. {@link org.newsbag.profile.ProfileShelf} finds profiles among local copies; nothing is fetched.
 */
package org.newsbag.profile;
