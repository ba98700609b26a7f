/// The part of the build that looks at the licences of what is shipped.
package dev.atelier.bootstrap.licences;
