"""What is promised of releases, shown: two releases and a withdrawal, made by the commands and looked at by others."""
