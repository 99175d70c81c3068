using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Agreements;

internal sealed class FeedCreateCommand : ApiCommand
{
    private readonly Argument<string> _name = new("name") { Description = "3 to 40 letters, digits, '_' and '-'." };
    private readonly Option<string> _metadata = new("--metadata")
    {
        Description = "File that says what the feed is about, or its SHA-256.",
        HelpName = "FILE",
        Required = true,
    };

    public FeedCreateCommand()
        : base("create", "Open a feed of proofs.")
    {
        Arguments.Add(_name);
        Options.Add(_metadata);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Feeds.CreateAsync(context.Get(_name), Metadata.Hash(context.Get(_metadata)!), context.Cancellation), FeedView.Detail);
}
