using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Agreements;
using Numerai.Contracts;

namespace Numerai.Cli.Agreements;

/// <summary>Posts the proof of a file. The salt is kept in a file beside it: without it the post cannot be revealed.</summary>
internal sealed class FeedPostCommand : ApiCommand
{
    private readonly Argument<Guid> _id = new("feed") { Description = "Its id." };
    private readonly Argument<string> _file = new("file") { Description = "What to prove; it stays here." };

    public FeedPostCommand()
        : base("post", "Post the proof that you have a file; its salt is written to FILE.salt, which `feed reveal` reads.")
    {
        Arguments.Add(_id);
        Arguments.Add(_file);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var file = context.Get(_file);
        var data = await File.ReadAllBytesAsync(file, context.Cancellation);
        var account = await client.Accounts.GetAsync(context.Cancellation);
        var kept = file + ".salt";
        var salt = File.Exists(kept) ? (await File.ReadAllTextAsync(kept, context.Cancellation)).Trim() : FeedProofs.NewSalt();

        // Kept before it is used: a post whose salt is lost proves nothing.
        await File.WriteAllTextAsync(kept, salt, context.Cancellation);
        var post = await client.Feeds.PostAsync(
            new AgreementId(context.Get(_id)), FeedProofs.Of(account.Id, salt, data), context.Cancellation);
        context.Output.Write(new Page<FeedPost>([post], 1, 0, false), FeedView.Table);
    }
}
