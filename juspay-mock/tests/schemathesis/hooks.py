"""What Schemathesis is told beyond the documents, and why."""

import json

import schemathesis
from schemathesis.specs.openapi.checks import positive_data_acceptance

# A call that is well-formed but that what happened before forbids is answered with 400, too; only the code tells.
STATES = {"INVALID_ACTION", "DUPLICATE_REQUEST", "ALREADY_EXISTS", "EXPIRED"}


@schemathesis.check
def valid_data_is_taken(ctx, response, case):
    """The check of Schemathesis, but for what only the state of things forbids."""
    if response.status_code == 400 and response.json()["error_info"]["code"] in STATES:
        return None
    return positive_data_acceptance(ctx, response, case)


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """Gives each text that holds JSON a format of its own, for `contentSchema` is not drawn from."""
    if raw_schema["info"]["title"] == INNER:
        return
    components = raw_schema["components"]
    for name, schema in components["schemas"].items():
        for field, text in schema.get("properties", {}).items():
            if text.pop("contentMediaType", None) == "application/json":
                text["format"] = f"json-{name}-{field}"
                # Every text that is drawn is long enough, and a length would keep the format from being drawn.
                text.pop("minLength", None)
                content = text.pop("contentSchema", {})
                schemathesis.openapi.format(text["format"], texts(content, components))


INNER = "the contents of texts"


def texts(content, components):
    """JSON texts that a schema allows, from the tool's own generator of bodies."""
    body = {"required": True, "content": {"application/json": {"schema": content}}}
    operation = {"requestBody": body, "responses": {"200": {"description": ""}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": INNER, "version": ""},
        "paths": {"/": {"post": operation}},
        "components": {"schemas": components["schemas"]},
    }
    schema = schemathesis.openapi.from_dict(document)
    return schema["/"]["POST"].as_strategy().map(lambda case: json.dumps(exact(case.body)))


def exact(value):
    """The value with numbers that an exact number holds. The schemas of what is answered, too, do not say so, for
    validators divide binary floats and would refuse 1.10."""
    match value:
        case float():
            return round(min(max(value, -1e15), 1e15), 8)
        case list():
            return [exact(item) for item in value]
        case dict():
            return {key: exact(item) for key, item in value.items()}
        case _:
            return value
