/** The one Camel context, the routes of the flow, the routes that plugins bring, and the meters. */
package org.openbeian.routes;
