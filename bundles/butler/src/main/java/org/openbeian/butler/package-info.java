/** The filing butler, and the billing that is used when the operator has none of his own. */
package org.openbeian.butler;
