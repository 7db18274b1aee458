/**
 * The work of making a bag: inventory, copy, extraction, description, manifests, verification, publishing. It owns the staging folder
 * and keeps the promise of docs/durability.md: under the final name there is nothing, or a bag that validates.
 */
package org.newsbag.packaging;
