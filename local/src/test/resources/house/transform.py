"""Runs the SAM transform over the template named by the first argument, as a deployment would."""

import os
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-west-1")

from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse


class ManagedPolicies:
    def load(self):
        prefix = "arn:aws:iam::aws:policy/"
        return {
            "AWSLambdaBasicExecutionRole": prefix + "service-role/AWSLambdaBasicExecutionRole",
            "AWSXRayDaemonWriteAccess": prefix + "AWSXRayDaemonWriteAccess",
        }


with open(sys.argv[1], encoding="utf-8") as file:
    template = yaml_parse(file.read())
# `sam package` has put the artifacts into a bucket by then.
template["Globals"]["Function"]["CodeUri"] = "s3://artifacts/bitten-functions.jar"
for resource in transform(template, {}, ManagedPolicies())["Resources"].values():
    print(resource["Type"])
