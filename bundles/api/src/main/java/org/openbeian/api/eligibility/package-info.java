/**
 * The question that applicants ask before they begin: must this be filed, where, as what, with what?
 */
@Export
@Version("1.0.0")
package org.openbeian.api.eligibility;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
