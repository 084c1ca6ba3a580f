/**
 * Identifiers of people, organisations, numbers, domains and addresses: which part of one is wrong, what it tells. Plain
 * functions without state; {@code identifiers.md} of the catalogue is the specification.
 */
@Export
@Version("1.0.0")
package org.openbeian.core.identifier;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
