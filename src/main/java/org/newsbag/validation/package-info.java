/** Judges anybody's bag: named steps in the order of the specification, every finding, one verdict. The front door is {@code Validator}. */
package org.newsbag.validation;
