/** What the page can ask for, a class a question. All of it is read-only. */
@NullMarked
package org.crease.inspector.api;

import org.jspecify.annotations.NullMarked;
