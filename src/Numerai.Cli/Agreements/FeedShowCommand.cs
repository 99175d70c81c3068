using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Agreements;

internal sealed class FeedShowCommand : ApiCommand
{
    private readonly Argument<Guid> _id = new("feed") { Description = "Its id." };
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<int?> _offset = CommonOptions.Offset();

    public FeedShowCommand()
        : base("show", "A feed and its posts, oldest first.")
    {
        Arguments.Add(_id);
        Options.Add(_limit);
        Options.Add(_offset);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        if (!context.Output.IsJson)
        {
            context.Output.Write(await client.Feeds.GetAsync(new AgreementId(context.Get(_id)), context.Cancellation), FeedView.Detail);
        }

        context.Output.Write(
            await client.Feeds.ListAsync(
                new AgreementId(context.Get(_id)), context.Get(_limit), context.Get(_offset), context.Cancellation),
            FeedView.Table);
    }
}
