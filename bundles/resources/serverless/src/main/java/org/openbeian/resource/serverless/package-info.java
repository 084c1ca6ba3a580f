/** The package of cloud functions (云函数资源包) as a resource of an access. */
package org.openbeian.resource.serverless;
