using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Agreements;

internal sealed class FeedRevealCommand : ApiCommand
{
    private readonly Argument<Guid> _id = new("feed") { Description = "Its id." };
    private readonly Argument<int> _index = new("post") { Description = "Number of the post, 0 first." };
    private readonly Argument<string> _file = new("file") { Description = "What was posted; its salt is read from FILE.salt." };

    public FeedRevealCommand()
        : base("reveal", "Publish a posted file; the server checks it against the proof.")
    {
        Arguments.Add(_id);
        Arguments.Add(_index);
        Arguments.Add(_file);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var file = context.Get(_file);
        var data = await File.ReadAllBytesAsync(file, context.Cancellation);
        var salt = (await File.ReadAllTextAsync(file + ".salt", context.Cancellation)).Trim();
        var post = await client.Feeds.RevealAsync(new AgreementId(context.Get(_id)), context.Get(_index), salt, data, context.Cancellation);
        context.Output.Write(new Page<FeedPost>([post], 1, 0, false), FeedView.Table);
    }
}
