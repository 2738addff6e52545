/** The HTTP server: who may ask, what is answered under which address. */
@NullMarked
package org.crease.inspector.server;

import org.jspecify.annotations.NullMarked;
