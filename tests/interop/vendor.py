"""What the vendor's own client library makes of the same requests, and of the same mock.

    vendor.py sign QUESTIONS           signs each request, as its library prepares it or with the target as it is given
    vendor.py read QUESTIONS           gets each work request
    vendor.py wait QUESTIONS           waits for the end of each work request

QUESTIONS holds one JSON object a line; an answer to each goes to standard output, in their order. The configuration file is
the usual one of the home directory. Nothing is judged here: tests/it/vendor.rs asks, and compares.
"""

import base64
import json
import sys

import oci
import oci.retry.retry
import oci.waiter
from oci._vendor import requests
from oci.auth.signers import SecurityTokenSigner
from oci.base_client import BaseClient
from oci.decorators import init_model_state_from_kwargs
from oci.opensearch import OpensearchClusterClient


def signer_of(config):
    """As the vendor's documentation has it: nothing in its library makes a signer of a session by itself."""
    if "security_token_file" not in config:
        return oci.signer.Signer.from_config(config)
    with open(config["security_token_file"], encoding="utf-8") as file:
        token = file.read()
    key = oci.signer.load_private_key_from_file(config["key_file"], config.get("pass_phrase"))
    return SecurityTokenSigner(token, key)


class Profiles:
    """Configurations and signers by the name of their profile. What a signer signs is kept in `signed`."""

    def __init__(self):
        self.known = {}
        self.signed = None

    def get(self, name):
        if name not in self.known:
            config = oci.config.from_file(profile_name=name)
            signer = signer_of(config)
            for inner in (signer._basic_signer, signer._body_signer):
                inner._sign = self.listening(inner._sign)
            self.known[name] = config, signer
        return self.known[name]

    def listening(self, sign):
        def listened(message):
            self.signed = message
            return sign(message)

        return listened


def sign(profiles, question):
    config, signer = profiles.get(question["profile"])
    body = base64.b64decode(question["body"])
    request = requests.Request(
        question["method"], question["url"], question["headers"], data=body, params=question.get("parameters")
    )
    if question["prepared"]:
        request.auth = signer
        request = request.prepare()
    else:
        request = request.prepare()
        request.url = question["url"]
        signer(request)
    return {
        "region": config["region"],
        "target": request.path_url,
        "headers": {name.lower(): value for name, value in request.headers.items()},
        "message": profiles.signed.decode("ascii"),
    }


# The models and the operation are what the vendor's generator would write, but for the lists of known values: what it does
# not know becomes UNKNOWN_ENUM_VALUE there.
@init_model_state_from_kwargs
class WorkRequestResource:
    def __init__(self, **kwargs):
        self.swagger_types = {
            "entity_type": "str",
            "action_type": "str",
            "identifier": "str",
            "entity_uri": "str",
            "metadata": "dict(str, object)",
        }
        self.attribute_map = {
            "entity_type": "entityType",
            "action_type": "actionType",
            "identifier": "identifier",
            "entity_uri": "entityUri",
            "metadata": "metadata",
        }
        for name in self.swagger_types:
            setattr(self, name, None)


@init_model_state_from_kwargs
class WorkRequest:
    def __init__(self, **kwargs):
        self.swagger_types = {
            "operation_type": "str",
            "status": "str",
            "id": "str",
            "compartment_id": "str",
            "resources": "list[WorkRequestResource]",
            "percent_complete": "float",
            "time_accepted": "datetime",
            "time_started": "datetime",
            "time_finished": "datetime",
            "time_updated": "datetime",
        }
        self.attribute_map = {
            "operation_type": "operationType",
            "status": "status",
            "id": "id",
            "compartment_id": "compartmentId",
            "resources": "resources",
            "percent_complete": "percentComplete",
            "time_accepted": "timeAccepted",
            "time_started": "timeStarted",
            "time_finished": "timeFinished",
            "time_updated": "timeUpdated",
        }
        for name in self.swagger_types:
            setattr(self, name, None)


class Client:
    def __init__(self, profiles, url):
        config, signer = profiles.get("DEFAULT")
        types = {"WorkRequest": WorkRequest, "WorkRequestResource": WorkRequestResource}
        self.base_client = BaseClient(
            "cdexhub", config, signer, types, regional_client=True, service_endpoint=url, base_path="/20180828",
            service_endpoint_template="https://cdexhub.{region}.oci.{secondLevelDomain}",
        )

    def get_work_request(self, work_request_id, **kwargs):
        headers = {"accept": "application/json", "content-type": "application/json"}
        if "opc_request_id" in kwargs:
            headers["opc-request-id"] = kwargs["opc_request_id"]
        return self.base_client.call_api(
            resource_path="/workRequests/{workRequestId}",
            method="GET",
            path_params={"workRequestId": work_request_id},
            header_params=headers,
            response_type="WorkRequest",
            operation_name="get_work_request",
            required_arguments=["workRequestId"],
        )


def plain(value):
    """A model, or what is in one, as JSON; a time is the milliseconds since 1970."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if hasattr(value, "swagger_types"):
        return {value.attribute_map[name]: plain(getattr(value, name)) for name in value.swagger_types}
    if hasattr(value, "timestamp"):
        return round(value.timestamp() * 1000)
    return value


def headers_of(headers):
    return {name: headers.get(name) for name in ("etag", "opc-request-id", "retry-after", "content-type")}


def sibling(profiles, url):
    """A client that the vendor has generated: of another service, which shows its work requests in the same place."""
    config, signer = profiles.get("DEFAULT")
    return OpensearchClusterClient(config, signer=signer, service_endpoint=url)


def read(profiles, question):
    client = (sibling if question["sibling"] else Client)(profiles, question["url"])
    try:
        response = client.get_work_request(question["id"], opc_request_id=question["request_id"])
    except oci.exceptions.ServiceError as error:
        return {
            "status": error.status,
            "headers": headers_of(error.headers),
            "request_id": error.request_id,
            "code": error.code,
            "message": error.message,
        }
    return {
        "status": response.status,
        "headers": headers_of(response.headers),
        "request_id": response.request_id,
        "body": plain(response.data),
    }


class Clock:
    """Stands in for the module `time` where the vendor's code sleeps: a sleep is over at once, and is counted."""

    def __init__(self):
        self.now = 0

    def time(self):
        return self.now

    def sleep(self, seconds):
        self.now += seconds


def wait(profiles, question):
    client = Client(profiles, question["url"])
    clock = Clock()
    oci.waiter.time = clock
    oci.retry.retry.time = clock
    try:
        first = client.get_work_request(question["id"])
        end = oci.wait_until(client, first, "status", tuple(question["states"])).data.status
    except oci.exceptions.MaximumWaitTimeExceeded as error:
        end = type(error).__name__
    return {"end": end, "elapsed": clock.now}


def main():
    answers = {"sign": sign, "read": read, "wait": wait}
    if len(sys.argv) != 3 or sys.argv[1] not in answers:
        sys.exit(__doc__)
    profiles = Profiles()
    with open(sys.argv[2], encoding="utf-8") as file:
        for line in file:
            print(json.dumps(answers[sys.argv[1]](profiles, json.loads(line))))


main()
