/** The works "update", "fetch" and "unpack": changes of form to a bag that is there already, each durable, none of them of the payload's bytes. */
package org.newsbag.upkeep;
