/** Imports of many records at once; what the records are is a {@link RecordKind}'s. */
package org.openbeian.core.imports;
