import { ChannelsPart } from './ChannelsPart';
import { DeliveriesPart } from './DeliveriesPart';
import { RatesPart } from './RatesPart';

/** What prices are turned into money with, and where reports and alerts go. */
export default function SettingsSection({ editable }: { editable: boolean }) {
  return (
    <>
      <RatesPart editable={editable} />
      <ChannelsPart editable={editable} />
      <DeliveriesPart editable={editable} />
    </>
  );
}
