"""Prints what TensorBoard's own classes make of a log directory: scalars, shapes, text as the HTML that its page shows, and
the table of hyperparameters.

    python3 read_with_tensorboard.py DIRECTORY
"""

import sys

from tensorboard import context
from tensorboard.backend.event_processing import data_provider, plugin_event_multiplexer
from tensorboard.plugins import base_plugin
from tensorboard.plugins.hparams import api_pb2, backend_context, list_session_groups
from tensorboard.plugins.text import text_plugin
from tensorboard.util import tensor_util

multiplexer = plugin_event_multiplexer.EventMultiplexer()
multiplexer.AddRunsFromDirectory(sys.argv[1])
multiplexer.Reload()
for run in sorted(multiplexer.Runs()):
    for tag in sorted(multiplexer.GetAccumulator(run).Tags()["tensors"]):
        plugin = multiplexer.SummaryMetadata(run, tag).plugin_data.plugin_name
        for event in multiplexer.Tensors(run, tag):
            array = tensor_util.make_ndarray(event.tensor_proto)
            if plugin == "scalars":
                print(run, tag, event.step, float(array))
            elif plugin == "text":
                print(run, tag, event.step, repr(text_plugin.text_array_to_html(array, True)))
            elif plugin != "hparams":
                print(run, tag, event.step, plugin, list(array.shape))

request_context = context.RequestContext()
provider = data_provider.MultiplexerDataProvider(multiplexer, sys.argv[1])
backend = backend_context.Context(base_plugin.TBContext(data_provider=provider, logdir=sys.argv[1]))
request = api_pb2.ListSessionGroupsRequest(
    slice_size=100,
    allowed_statuses=[
        api_pb2.STATUS_UNKNOWN, api_pb2.STATUS_SUCCESS, api_pb2.STATUS_FAILURE, api_pb2.STATUS_RUNNING
    ],
)
table = list_session_groups.Handler(request_context, backend, "", request).run()
for group in table.session_groups:
    settings = {key: getattr(value, value.WhichOneof("kind")) for key, value in sorted(group.hparams.items())}
    metrics = {metric.name.tag: metric.value for metric in group.metric_values}
    print("row", group.name, api_pb2.Status.Name(group.sessions[0].status), settings, metrics)
