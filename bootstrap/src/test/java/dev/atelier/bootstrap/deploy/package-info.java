/// The script that deploys, against a CLI and a service that stand in for Railway.
package dev.atelier.bootstrap.deploy;
