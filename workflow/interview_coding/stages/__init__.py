"""The steps of the workflow: each reads files and writes files, and is one command.

A step writes all its outputs or none, and names interviews by their ids only.
"""
