/**
 * What an applicant fills in: organizer, principals and internet services, as immutable records.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
