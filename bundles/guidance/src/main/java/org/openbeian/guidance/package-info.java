/** Help, enquiries and checklists. */
package org.openbeian.guidance;
