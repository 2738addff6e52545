/** What the inspector is asked and what it answers, free of HTTP: a server and a report ask alike. */
@NullMarked
package org.crease.inspector.web;

import org.jspecify.annotations.NullMarked;
