using Numerai.Grains.Calls;

namespace Numerai.Grains.Rules;

/// <summary>
/// A command to a schedule or to governance may change what uploads ask of them. The silo that sent it and the one that ran it forget at
/// once, before whoever gave it has the answer; the others hear of it by the event.
/// </summary>
internal sealed class RuleChangeFilter(KeptUploadRules rules) : IIncomingGrainCallFilter, IOutgoingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context) => ThenForgetAsync(context);

    public Task Invoke(IOutgoingGrainCallContext context) => ThenForgetAsync(context);

    /// <remarks>Also after a fault: a command whose answer was lost may have been carried out.</remarks>
    private async Task ThenForgetAsync(IGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        finally
        {
            if (KeptUploadRules.DependOn(context.TargetId.Type.ToString()) && !InterleavedReads.Contains(context.Request))
            {
                rules.Forget();
            }
        }
    }
}
